// Parts tray: a stackable tray of six compartments, laser-cut from 3 mm plywood, held by four printed corners.
// SPDX-License-Identifier: CERN-OHL-S-2.0
// The corners are sheet corners (see corner-profile.scad, unchanged from that design) with a lip for stacking.
use <corner-profile.scad>
use <engraving.scad>

// What to draw: the printed part, a layer of the laser sheet, or a material of the assembled tray
show = "corners"; // [corners, cut, engrave, wood in place, print in place, marks in place]

/* [The tray] */
// Outer length (mm)
length = 140; // [100:5:280]
// Outer width (mm)
width = 90; // [70:5:180]
// Outer height of the walls (mm)
height = 36; // [36:1:60]
// Thickness of the plywood, measured with callipers (mm)
sheet = 3.0; // [2.7:0.1:4]
// How loosely the dividers slide in (mm)
slide = 0.2; // [0:0.05:0.5]

/* [The corners] */
// How much wider the slot is than the sheet (mm)
fit = 0.3; // [0.1:0.05:0.6]
// Length of each arm (mm)
arm = 18; // [14:1:30]
// How deep the walls go in (mm)
grip = 9.8; // [7:0.28:10.92]
// Thickness of the corner's walls (mm)
wall = 1.25; // [0.84:0.01:2.4]
// Thickness of the closed end (mm)
cap = 1.4; // [1.12:0.28:2.8]
// Height of the lip that holds the tray above (mm)
lip = 2.24; // [1.12:0.28:4.2]
// Room between the lip and the tray above (mm)
play = 0.4; // [0.2:0.05:0.8]

inner = [length - 2 * sheet, width - 2 * sheet];
finger = (height - sheet) / 3;
tab = 22;
slot_floor = height - 14;
divider = height - sheet - 2;
cross_places = [length / 4, length / 2, length * 3 / 4];
hair = 0.01;

if (show == "corners") corner_set();
if (show == "cut") on_sheet() cut_panels();
if (show == "engrave") on_sheet() at(143, 0) ruler();
if (show == "wood in place") wood_in_place();
if (show == "print in place") print_in_place();
if (show == "marks in place") marks_in_place();

// ---- the printed part

module tray_corner() {
    top = cap + grip;
    translate([0, 0, top]) mirror([0, 0, 1]) corner_channel(sheet, fit, arm, grip, wall, cap);
    translate([0, 0, top - hair]) linear_extrude(lip + hair) ell(0, arm, wall - play, wall);
}

module corner_set(pitch = arm + 5) {
    for (x = [0, 1], y = [0, 1]) translate([x * pitch, y * pitch, 0]) tray_corner();
}

// ---- the panels, each with its lower left corner in the origin, seen from outside

module bottom() {
    difference() {
        square([length, width]);
        for (x = long_tabs(), y = [0, width - sheet]) translate([x, y]) square([tab, sheet]);
        for (x = [0, length - sheet]) translate([x, short_tab()]) square([sheet, tab]);
    }
}

function long_tabs() = [length * 0.3 - tab / 2, length * 0.7 - tab / 2];
function short_tab() = (width - tab) / 2;

module long_wall() {
    difference() {
        translate([0, sheet]) square([length, height - sheet]);
        for (x = [0, length - sheet]) translate([x, sheet + finger]) square([sheet, finger]);
        for (x = cross_places) divider_slot(x);
    }
    for (x = long_tabs()) translate([x, 0]) square([tab, sheet + hair]);
}

module short_wall() {
    difference() {
        translate([sheet, sheet]) square([width - 2 * sheet, height - sheet]);
        divider_slot(width / 2);
    }
    translate([0, sheet + finger]) square([width, finger]);
    translate([short_tab(), 0]) square([tab, sheet + hair]);
}

module divider_slot(x) {
    w = sheet + slide;
    translate([x - w / 2, slot_floor]) square([w, height]);
}

// A divider hangs in the walls by its ears and stands on the bottom.
module divider_blank(along) {
    ear = slot_floor - sheet + 0.3;
    translate([sheet + slide, 0]) square([along - 2 * sheet - 2 * slide, divider]);
    translate([0, ear]) square([along, divider - ear]);
}

module halving(x, upper) {
    w = sheet + slide;
    translate([x - w / 2, upper ? divider / 2 - slide : -hair]) square([w, divider / 2 + slide + hair]);
}

module long_divider() {
    difference() {
        divider_blank(length);
        for (x = cross_places) halving(x, true);
    }
}

module cross_divider() {
    difference() {
        divider_blank(width);
        halving(width / 2, false);
    }
}

// A rule of 100 mm for measuring screws, on the front wall.
module ruler(line = 0.4) {
    start = length / 2 - 50;
    for (mm = [0:5:100]) {
        tall = mm % 20 == 0 ? 6 : mm % 10 == 0 ? 4.5 : 3;
        translate([start + mm - line / 2, 7.5]) square([line, tall]);
        if (mm % 20 == 0) translate([start + mm, 15]) number(mm, 3.6, line);
    }
}

// ---- the sheet: 293 x 178 mm with a margin of 5 mm

module on_sheet() {
    translate([5, 5 - (178)]) children();
}

module at(x, y) {
    translate([x, y]) children();
}

module cut_panels() {
    bottom();
    at(143, 0) long_wall();
    at(143, 39) long_wall();
    at(143, 78) long_divider();
    at(0, 93) short_wall();
    at(0, 132) short_wall();
    at(93, 112) cross_divider();
    at(186, 112) cross_divider();
}

// ---- the assembled tray

// A panel that is a hair smaller than it is, so that the joints show.
module panel() {
    translate([0, 0, 0.01]) linear_extrude(sheet - 0.02) offset(delta = -0.01) children();
}

module upright_along_x(y) {
    translate([0, y + sheet, 0]) rotate([90, 0, 0]) panel() children();
}

module upright_along_y(x) {
    translate([x, 0, 0]) rotate([90, 0, 90]) panel() children();
}

module wood_in_place() {
    panel() bottom();
    upright_along_x(0) long_wall();
    upright_along_x(width - sheet) long_wall();
    upright_along_y(0) short_wall();
    upright_along_y(length - sheet) short_wall();
    translate([0, 0, sheet]) {
        upright_along_x((width - sheet) / 2) long_divider();
        upright_along_y(cross_places[0] - sheet / 2) cross_divider();
        upright_along_y(cross_places[2] - sheet / 2) cross_divider();
    }
}

module print_in_place() {
    for (right = [0, 1], back = [0, 1])
        translate([right * length, back * width, 0]) mirror([right, 0, 0]) mirror([0, back, 0])
            translate([-wall, -wall, height - grip]) tray_corner();
}

module marks_in_place() {
    translate([0, 0.02, 0]) rotate([90, 0, 0]) linear_extrude(0.12) ruler();
}
