"""Bytes → text: UTF-8, UTF-16 with a BOM, GB18030 where the result reads as Chinese; else a reason to refuse."""

from __future__ import annotations

from functools import cache

from checker import patterns as re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

# Controls (but tab, line ends and form feed), private use and non-characters: no newspaper prints them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd-\uffff]")
_HANZI = re.compile("[\u4e00-\u9fff]")
_FOREIGN = re.compile("[^\x00-\x7f\u2010-\u2642\u3000-\u303f\u4e00-\u9fff\uff00-\uffef·—°±×÷§]")
_SAMPLE = 100_000


class UndecodableError(ValueError):
    """Bytes that are no text we can read; the message is for an editor. ``line`` 0: not known."""

    def __init__(self, message: str, line: int = 0) -> None:
        """Take the message and the line it is about."""
        super().__init__(message)
        self.line = line


def decode(data: bytes) -> str:
    r"""The text of a file, without its BOM, line ends as they are.

    GB18030 decodes nearly any bytes, so it is taken only where most Chinese characters are common ones
    (level 1 of GB 2312); Big5, broken UTF-8 and pictures fail that.

    >>> decode("\ufeff第一行\r\n".encode())
    '第一行\r\n'
    >>> decode("全区共有企业八家。".encode("gb18030"))
    '全区共有企业八家。'
    >>> decode(b"\x89PNG\r\n\x1a\n\x00\x00")
    Traceback (most recent call last):
    checker.reading.decoding.UndecodableError: 无法解码：不是 UTF-8，也不像 GB18030 中文。请另存为 UTF-8 文本
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            text = ""
        if not _reads_as_chinese(text):
            message = "无法解码：不是 UTF-8，也不像 GB18030 中文。请另存为 UTF-8 文本"
            raise UndecodableError(message, line) from None
    return _printed(text)


def _strict(data: bytes, codec: str) -> str:
    try:
        return _printed(data.decode(codec))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"无法解码：文件头标明 {codec.upper()}，但内容有损坏。请重新导出为 UTF-8 文本"
        raise UndecodableError(message, line) from None


def _printed(text: str) -> str:
    nul = text.find("\0")
    if nul >= 0:
        message = "含有空字符，像是二进制文件或没有 BOM 的 UTF-16。请另存为 UTF-8 文本"
        raise UndecodableError(message, text.count("\n", 0, nul) + 1)
    return text


def _reads_as_chinese(text: str) -> bool:
    if not text or _UNPRINTABLE.search(text):
        return False
    sample = text[:_SAMPLE]
    hanzi = _HANZI.findall(sample)
    common = _common()
    return (
        bool(hanzi)
        and sum(c in common for c in hanzi) >= 0.75 * len(hanzi)
        and len(_FOREIGN.findall(sample)) <= 0.1 * len(hanzi)
    )


@cache
def _common() -> frozenset[str]:
    """The 3755 characters of GB 2312 level 1."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return frozenset(b"".join(rows).decode("gb2312", "ignore"))
