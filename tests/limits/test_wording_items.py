"""Numbers of a list are no part of a limit, and a limit is no number of a list."""

import pytest

from gongkai_cli.limits.wording.items import without_items


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.甲2.乙", ";;甲;;乙"),
        ("一、甲二、乙三、丙", ";;甲;;乙;;丙"),
        ("①甲②乙", ";甲;乙"),
        ("(1)甲(2)乙", ";;;甲;;;乙"),
        ("(一)甲(二)乙", ";;;甲;;;乙"),
        ("甲:1.乙;2.丙", "甲:;;乙;;;丙"),
        ("1.甲,2.乙。3.丙", ";;甲,;;乙。;;丙"),
        ("1.甲9.乙10.丙", "1.甲9.乙10.丙"),
        ("1.甲2.乙4.丙", ";;甲;;乙4.丙"),
        ("1.甲", "1.甲"),
        ("甲1.乙2.丙", "甲1.乙2.丙"),
        ("2.甲3.乙", "2.甲3.乙"),
        ("1.甲至2.乙", "1.甲至2.乙"),
        ("1.甲第2.乙", "1.甲第2.乙"),
        ("1.甲2.5乙", "1.甲2.5乙"),
        ("1.甲12.乙", "1.甲12.乙"),
        ("1.甲,2.5乙", ";;甲,;;5乙"),
        ("一、甲十二、乙", "一、甲十二、乙"),
    ],
)
def test_numbers_that_run_on_are_taken(text: str, read: str) -> None:
    assert without_items(text) == read
    assert len(read) == len(text)


@pytest.mark.parametrize(
    ("style", "last"),
    [
        ("1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12.", 12),
        ("① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫", 12),
        ("⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿", 12),
        ("⒈ ⒉ ⒊ ⒋ ⒌ ⒍ ⒎ ⒏ ⒐ ⒑ ⒒ ⒓", 12),
        ("一、 二、 三、 四、 五、 六、 七、 八、 九、 十、", 10),
    ],
)
def test_every_number_of_a_style_is_known(style: str, last: int) -> None:
    numbers = style.split()
    assert len(numbers) == last
    text = "".join(f"{number}甲;" for number in numbers)
    assert set(without_items(text)) == {";", "甲"}
