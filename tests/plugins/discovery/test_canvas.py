from io import BytesIO

from PIL import Image

from plugins.discovery.canvas import Canvas


def test_shapes_have_their_colour_and_shades_at_their_edges() -> None:
    canvas = Canvas(60, 40, {"paper": "#ffffff", "ink": "#000000"})
    canvas.circle((10, 5, 40, 35), "ink")
    drawn = Image.open(BytesIO(canvas.png())).convert("RGB")

    assert drawn.size == (60, 40)
    assert drawn.getpixel((25, 20)) == (0, 0, 0)
    assert drawn.getpixel((50, 20)) == (255, 255, 255)
    assert len(drawn.getcolors() or ()) > 4


def test_the_tail_of_a_drop_is_the_corner_on_its_side() -> None:
    canvas = Canvas(90, 40, {"paper": "#ffffff", "ink": "#000000"})
    canvas.drop((5, 5, 35, 35), "ink", is_tail_left=True)
    canvas.drop((50, 5, 80, 35), "ink", is_tail_left=False)
    drawn = Image.open(BytesIO(canvas.png())).convert("RGB")

    corners = [drawn.getpixel(at) == (0, 0, 0) for at in ((6, 33), (33, 33), (51, 33), (78, 33))]
    assert corners == [True, False, False, True]


def test_a_block_is_filled_or_an_outline() -> None:
    canvas = Canvas(60, 40, {"paper": "#ffffff", "ink": "#000000"})
    canvas.block((2, 2, 22, 32), "ink", is_filled=True)
    canvas.block((32, 2, 52, 32), "ink", is_filled=False)
    drawn = Image.open(BytesIO(canvas.png())).convert("RGB")

    assert [drawn.getpixel(at) for at in ((12, 16), (42, 16), (33, 16))] == [(0, 0, 0), (255, 255, 255), (0, 0, 0)]
