//! One writer at a time: a lock of the operating system on a file, which falls away with the process, however it ends.

use super::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// Held as long as it lives.
pub(super) struct Lock {
    _file: File,
}

/// Takes the lock of the store in `dir`, or says that another run has it.
pub(super) fn take(dir: &Path) -> Result<Lock, StoreError> {
    let path = dir.join("schrijver.lock");
    let file = OpenOptions::new().create(true).write(true).truncate(false).open(&path);
    let file = file.map_err(|e| StoreError::disk(&path, e))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy(dir.to_path_buf())),
        Err(TryLockError::Error(e)) => Err(StoreError::disk(&path, e)),
    }
}
