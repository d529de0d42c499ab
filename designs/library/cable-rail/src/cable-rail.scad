// Cable rail: a laser-cut rail for the edge of a bench, with numbered places and printed clips that hold cable ends.
// SPDX-License-Identifier: LicenseRef-PPL
use <engraving.scad>

// What to draw: the printed part, a layer of the laser sheet, or a material of the mounted rail
show = "clips"; // [clips, cut, engrave, wood in place, print in place, marks in place, bench in place, cables in place]

/* [The cables] */
// Diameters of the cables, one clip for each (mm)
cables = [4, 5.5, 5.5, 7];

/* [The rail] */
// Distance between two places (mm)
pitch = 36; // [26:1:60]
// Height of the rail (mm)
rail_height = 44; // [44:1:70]
// Thickness of the plywood, measured with callipers (mm)
sheet = 3.0; // [2.7:0.1:4]
// Diameter of the screws (mm)
screw = 4.2; // [3:0.1:5]

/* [The clips] */
// How much wider the groove is than the sheet (mm)
fit = 0.3; // [0.1:0.05:0.6]
// Height of a clip (mm)
clip_height = 10.08; // [8.12:0.28:16.52]
// Thickness of the clip's walls (mm)
wall = 1.64; // [1.25:0.39:2.42]

places = len(cables);
rail_length = places * pitch + 14;
slot = [10, 14];
foot = 20;
hair = 0.01;

if (show == "clips") clip_set();
if (show == "cut") on_sheet() cut_panels();
if (show == "engrave") on_sheet() place_numbers();
if (show == "wood in place") wood_in_place();
if (show == "print in place") print_in_place();
if (show == "marks in place") marks_in_place();
if (show == "bench in place") bench_in_place();
if (show == "cables in place") cables_in_place();

function place(n) = 7 + pitch * (n + 0.5);

// ---- the printed part: seen from above, the rail's front face at y = 0, the cable in front of it

module octagon(flats) {
    circle(d = flats / cos(22.5), $fn = 8);
}

// The octagon that holds a cable, open to the front.
module eye(cable) {
    room = cable + 0.4;
    centre = wall + room / 2;
    translate([0, centre]) difference() {
        rotate(22.5) octagon(room + 2 * wall);
        rotate(22.5) octagon(room);
        translate([-cable * 0.36, 0]) square([cable * 0.72, room + 2 * wall]);
    }
}

module clip_profile(cable) {
    neck = slot[0] - 0.5;
    flange = slot[0] + 6;
    translate([-flange / 2, 0]) square([flange, wall]);
    translate([-neck / 2, -sheet - fit - hair]) square([neck, sheet + fit + 2 * hair]);
    translate([-flange / 2, -sheet - fit - wall]) square([flange, wall]);
    eye(cable);
}

module clip(cable) {
    linear_extrude(clip_height) clip_profile(cable);
}

module clip_set() {
    columns = ceil(places / 2);
    for (n = [0:places - 1])
        translate([(n % columns) * (slot[0] + 11), floor(n / columns) * 24, 0]) clip(cables[n]);
}

// ---- the panels

module rounded(size, radius = 5) {
    translate([radius, radius]) offset(r = radius, $fn = 32) square(size - [2 * radius, 2 * radius]);
}

module screw_holes() {
    for (x = [17, rail_length / 2, rail_length - 17]) translate([x, foot / 2]) circle(d = screw, $fn = 32);
}

module rail() {
    difference() {
        rounded([rail_length, rail_height]);
        screw_holes();
        for (n = [0:places - 1]) translate([place(n), rail_height]) slot_opening();
    }
}

// Open at the top, with a funnel of 1.5 mm.
module slot_opening() {
    translate([-slot[0] / 2, -slot[1]]) square([slot[0], slot[1] + hair]);
    polygon([[-slot[0] / 2, -1.5], [slot[0] / 2, -1.5], [slot[0] / 2 + 1.5, hair], [-slot[0] / 2 - 1.5, hair]]);
}

// Goes behind the rail, so that the clips have room.
module spacer() {
    difference() {
        rounded([rail_length, foot]);
        screw_holes();
    }
}

module place_numbers() {
    for (n = [0:places - 1]) translate([place(n) + 13.5, 31]) number(n + 1, 7, 0.7);
}

// ---- the sheet: 168 x 77 mm with a margin of 5 mm

module on_sheet() {
    translate([5, 5 - 77]) children();
}

module cut_panels() {
    rail();
    translate([0, rail_height + 3]) spacer();
}

// ---- the mounted rail

module wood_in_place() {
    rotate([90, 0, 0]) {
        linear_extrude(sheet) rail();
        translate([0, 0, -sheet]) linear_extrude(sheet) spacer();
    }
}

module print_in_place() {
    for (n = [0:places - 1])
        translate([place(n), -sheet - fit / 2, rail_height - slot[1]]) mirror([0, 1, 0]) clip(cables[n]);
}

module marks_in_place() {
    translate([0, -sheet + 0.02, 0]) rotate([90, 0, 0]) linear_extrude(0.12) place_numbers();
}

module bench_in_place() {
    translate([-12, sheet, rail_height - 70]) cube([rail_length + 24, 18, 70 - 18]);
    translate([-12, sheet + 2, rail_height - 18 + 0.1]) cube([rail_length + 24, 60, 18]);
}

// Each cable hangs in its clip by the strain relief below its plug.
module cables_in_place() {
    for (n = [0:places - 1])
        translate([place(n), -sheet - fit / 2 - wall - (cables[n] + 0.4) / 2, rail_height - slot[1]]) {
            translate([0, 0, -50]) cylinder(d = cables[n], h = 60, $fn = 32);
            translate([0, 0, clip_height]) cylinder(d = cables[n] + 3, h = 9, $fn = 32);
            translate([-cables[n] / 2 - 2, -cables[n] / 2, clip_height + 9]) cube([cables[n] + 4, cables[n], 9]);
        }
}
