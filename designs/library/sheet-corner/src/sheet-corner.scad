// Sheet corner: a push-on corner that turns offcuts of sheet material into a box, without glue.
// SPDX-License-Identifier: CERN-OHL-S-2.0
use <corner-profile.scad>

// What to draw: the printed part, or a material of a box made with it
show = "corners"; // [corners, wood in place, print in place]

/* [Your sheet] */
// Thickness of the sheet, measured with callipers (mm)
sheet = 3.0; // [2:0.1:6]
// How much wider the slot is than the sheet (mm)
fit = 0.3; // [0.1:0.05:0.6]

/* [The corner] */
// Length of each arm (mm)
arm = 18; // [14:1:40]
// How deep the sheets go in (mm)
grip = 9.8; // [7:0.28:30.1]
// Thickness of the walls (mm)
wall = 1.25; // [0.84:0.01:2.4]
// Thickness of the closed end (mm)
cap = 1.4; // [1.12:0.28:2.8]

// A shelf inside the corner, for a floor to lie on
shelf = true;

/* [The print] */
// How many corners to lay out
count = 4; // [1:1:8]

if (show == "corners") corner_set();
if (show == "wood in place") wood_in_place();
if (show == "print in place") print_in_place();

module one_corner() {
    corner_channel(sheet, fit, arm, grip, wall, cap, shelf);
}

module corner_set(pitch = arm + 5) {
    columns = ceil(sqrt(count));
    for (n = [0:count - 1]) translate([pitch * (n % columns), pitch * floor(n / columns), 0]) one_corner();
}

// ---- a box of four offcuts, held by four corners below; one of the corners for its upper edge waits beside it

box = [110, 75, 48];

module wood_in_place() {
    gap = 0.05;
    for (y = [0, box[1] - sheet]) translate([0, y, 0]) cube([box[0], sheet, box[2]]);
    for (x = [0, box[0] - sheet])
        translate([x, sheet + gap, 0]) cube([sheet, box[1] - 2 * sheet - 2 * gap, box[2]]);
    margin = sheet + fit + wall;
    translate([margin, margin, 0.1]) cube([box[0] - 2 * margin, box[1] - 2 * margin, sheet]);
}

module print_in_place() {
    for (right = [0, 1], back = [0, 1], above = [0, 1])
        if (right + back + above > 0 && !(right == 1 && back == 0 && above == 1))
            translate([right * box[0], back * box[1], above * box[2]])
                mirror([right, 0, 0]) mirror([0, back, 0]) mirror([0, 0, above])
                    translate([-wall, -wall, -cap]) one_corner();
    translate([-wall, -wall, -cap]) one_corner();
    translate([box[0] + 12, -14, -cap]) one_corner();
}
