"""Verbs by which an amount is told to rise or to fall, as parts of regular expressions, the longest first."""

from __future__ import annotations

_RISE = """
    增加 增长 增多 增产 增收 增至 提高 提升 上升 升高 回升 反弹 攀升 爬升 跃升 抬升 翻升 飙升
    扩大 扩充 扩展 扩容 扩建 扩 拓展 延伸 延长 拉长 加长 加密 壮大 发展 充实
    推高 拉高 抬高 上调 上涨 上扬 走高 激增 猛增 陡增 骤增 净增 多 升 增 涨 爬 冲
"""
_FALL = """
    减少 下降 降低 下调 下跌 下滑 下探 回落 滑落 跌落 走低 缩短 缩减 缩小 收缩 收窄
    压缩 压减 压降 削减 精简 锐减 骤降 骤减 萎缩 减轻 减产 节省 节约 净减 少 降 减 跌 缩 压
"""


def _any(told: str) -> str:
    return "|".join(sorted(told.split(), key=lambda w: (-len(w), w)))


UP, DOWN = f"(?:{_any(_RISE)})", f"(?:{_any(_FALL)})"
