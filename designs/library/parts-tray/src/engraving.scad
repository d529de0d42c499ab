// Marks for the laser to engrave: closed outlines, no fonts.
// SPDX-License-Identifier: CERN-OHL-S-2.0

// The seven strokes of a digit, named as on a display: a is the top, then clockwise to f, g is the middle.
strokes_of_digit = ["abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc", "abcdefg", "abcdfg"];

// A bar from one point to another, `line` wide, with square ends.
module stroke(from, to, line) {
    low = [min(from[0], to[0]) - line / 2, min(from[1], to[1]) - line / 2];
    high = [max(from[0], to[0]) + line / 2, max(from[1], to[1]) + line / 2];
    translate(low) square(high - low);
}

// One digit, `tall` high, standing on the origin; a 1 is as narrow as its stroke.
module digit(value, tall, line) {
    w = value == 1 ? 0 : tall * 0.5;
    places = [
        ["a", [0, tall], [w, tall]], ["b", [w, tall / 2], [w, tall]], ["c", [w, 0], [w, tall / 2]],
        ["d", [0, 0], [w, 0]], ["e", [0, 0], [0, tall / 2]], ["f", [0, tall / 2], [0, tall]],
        ["g", [0, tall / 2], [w, tall / 2]]];
    for (place = places)
        if (len(search(place[0], strokes_of_digit[value])) > 0) stroke(place[1], place[2], line);
}

function digits_of(value) = value < 10 ? [value] : concat(digits_of(floor(value / 10)), [value % 10]);
function width_of_digit(value, tall) = value == 1 ? 0 : tall * 0.5;
function width_of(digits, tall, gap, upto) =
    upto == 0 ? 0 : width_of(digits, tall, gap, upto - 1) + width_of_digit(digits[upto - 1], tall) + gap;

// A whole number; `align` is -1 to start at the origin, 0 to be centred on it, 1 to end there.
module number(value, tall, line = 0.4, align = 0) {
    digits = digits_of(value);
    gap = tall * 0.32;
    all = width_of(digits, tall, gap, len(digits)) - gap;
    translate([-all * (align + 1) / 2, 0])
        for (n = [0:len(digits) - 1])
            translate([width_of(digits, tall, gap, n), 0]) digit(digits[n], tall, line);
}
