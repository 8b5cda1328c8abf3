"""Commands that go wrong in every way a command can; the shell is tested with them."""

LINES = {
    "toy": "什么选项都有",
    "fails": "在运行中出错",
    "pair": "有两个命令的组",
    "gone": "没有文件",
}
