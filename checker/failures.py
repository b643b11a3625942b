"""What the system says of a file that cannot be read or written, in an editor's words."""

from __future__ import annotations

import errno

_WORDS = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.ELOOP: "链接绕成了圈",
    errno.EIO: "磁盘读写出错",
}


def failure(error: OSError) -> str:
    """Why a file could not be read or written; the system's own words where there are none here.

    >>> failure(OSError(errno.ENOENT, "No such file or directory"))
    '没有这个文件'
    >>> failure(OSError(-1, "out of luck"))
    'out of luck'
    """
    return _WORDS.get(error.errno or 0, error.strerror or str(error))
