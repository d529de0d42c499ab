// Spool gauge: lies across the rims of a filament spool and tells grams and metres left by the depth of the winding.
// SPDX-License-Identifier: CERN-OHL-S-2.0
use <engraving.scad>

// What to draw: the printed part, a layer of the laser sheet, or a material of the gauge in use
show = "bridge"; // [bridge, cut, engrave, wood in place, print in place, marks in place, spool in place, filament in place]

/* [Your spool] */
// Outer diameter of the rims (mm)
rim = 200; // [120:1:320]
// Diameter of the empty hub (mm)
hub = 90; // [40:1:200]
// Distance between the rims, inside (mm)
winding = 58; // [30:1:100]
// Mass of the filament on a new spool (g)
full = 1000; // [250:250:2500]

/* [Your filament] */
// Diameter (mm)
filament = 1.75; // [1.75, 2.85]
// Density (g/cm3)
density = 1.24; // [0.9:0.01:2]
// Part of the winding's space that is filament, not air
packing = 0.80; // [0.7:0.01:0.9]

/* [The gauge] */
// Length of the bridge, longer than the spool is wide (mm)
bridge_length = 92; // [60:1:140]
// Thickness of the plywood, measured with callipers (mm)
sheet = 3.0; // [2.7:0.1:4]

bridge = [bridge_length, 16, 10.08];
tongue = 30;
slot = [tongue + 0.6, sheet + 0.4];
leaf = 0.84;
grams_per_mm2 = density / 1000 * packing * PI * winding;
grams_per_metre = density * PI * pow(filament / 2, 2);
hair = 0.01;

if (show == "bridge") bridge_for_print();
if (show == "cut") on_sheet() tongue_outline();
if (show == "engrave") on_sheet() scales();
if (show == "wood in place") in_place() linear_extrude(sheet) tongue_outline();
if (show == "print in place") translate([0, 0, bridge[2]]) mirror([0, 0, 1]) bridge_for_print();
if (show == "spool in place") spool_in_place();
if (show == "filament in place") filament_in_place();
if (show == "marks in place") in_place() translate([0, 0, sheet - 0.02]) linear_extrude(0.12) scales();

// Depth of the winding below the rim when so many grams are left.
function depth(grams) = rim / 2 - sqrt(pow(hub / 2, 2) + grams / grams_per_mm2);
// Where on the tongue that depth is read: at the top of the bridge.
function mark(grams) = depth(grams) + bridge[2];
tongue_length = ceil(mark(0)) + 26;

// ---- the printed part, lying on its upper face

module bridge_for_print() {
    difference() {
        linear_extrude(bridge[2]) bridge_profile();
        translate([-bridge[0] / 2 - 1, -4, bridge[2] - 0.84]) cube([bridge[0] + 2, 8, 2]);
    }
}

// The slot for the tongue with a springy leaf beside it; a bump on the leaf holds the tongue where it is.
module bridge_profile() {
    behind = slot[1] / 2 + leaf;
    difference() {
        body();
        translate([-slot[0] / 2, -slot[1] / 2]) square(slot);
        translate([-slot[0] / 2 - 1, behind]) square([slot[0] + 2, 1.2]);
    }
    translate([0, slot[1] / 2]) polygon([[-3, hair], [-1, -0.55], [1, -0.55], [3, hair]]);
}

// Narrower towards the ends, to save material.
module body() {
    half = [bridge[0] / 2, bridge[1] / 2];
    polygon([
        [-half[0], -5], [-half[0] + 2, -7], [-20, -half[1]], [20, -half[1]], [half[0] - 2, -7], [half[0], -5],
        [half[0], 5], [half[0] - 2, 7], [20, half[1]], [-20, half[1]], [-half[0] + 2, 7], [-half[0], 5]]);
}

// ---- the tongue: its tip at the origin's height, centred on x = 0

module tongue_outline() {
    half = tongue / 2;
    neck = tongue_length - 12;
    polygon([
        [-half + 3, 0], [half - 3, 0], [half, 3], [half, neck], [half + 5, neck], [half + 5, tongue_length - 3],
        [half + 2, tongue_length], [-half - 2, tongue_length], [-half - 5, tongue_length - 3], [-half - 5, neck],
        [-half, neck], [-half, 3]]);
}

module tick(side, at_height, long, line) {
    edge = side * (tongue / 2 - 1);
    translate([min(edge, edge - side * long), at_height - line / 2]) square([long, line]);
}

module scales(line = 0.35) {
    // Grams on the left.
    for (grams = [0:50:full]) {
        long = grams % 200 == 0 ? 4 : grams % 100 == 0 ? 3 : 2;
        tick(-1, mark(grams), long, line);
        if (grams % 200 == 0)
            translate([-tongue / 2 + 5.8, mark(grams) - 1.3]) number(grams, 2.6, line, -1);
    }
    // Metres on the right.
    for (metres = [0:20:floor(full / grams_per_metre / 20) * 20]) {
        grams = metres * grams_per_metre;
        tick(1, mark(grams), metres % 100 == 0 ? 4 : 2, line);
        if (metres % 100 == 0)
            translate([tongue / 2 - 5.8, mark(grams) - 1.3]) number(metres, 2.6, line, 1);
    }
    translate([-8.5, mark(0) + 5]) sign_for_grams(line);
    translate([8.5, mark(0) + 5]) sign_for_metres(line);
}

// A weight with its ring.
module sign_for_grams(line) {
    polygon([[-2.4, 0], [2.4, 0], [1.6, 3], [-1.6, 3]]);
    translate([0, 3.7]) difference() {
        circle(d = 2.2, $fn = 16);
        circle(d = 2.2 - 2 * line, $fn = 16);
    }
}

// A letter m.
module sign_for_metres(line) {
    for (x = [-2, 0, 2]) translate([x - line, 0]) square([2 * line, 3.4]);
    translate([-2 - line, 3.4 - 2 * line]) square([4 + 2 * line, 2 * line]);
}

// ---- the sheet: 50 x 102 mm with a margin of 5 mm

module on_sheet() {
    translate([tongue / 2 + 10, 5 - (tongue_length + 10)]) children();
}

// ---- in use: the tongue let down to the mark of 600 g

module in_place() {
    translate([0, sheet / 2, -depth(600)]) rotate([90, 0, 0]) children();
}

module along_the_axle(from, length) {
    translate([from, 0, -rim / 2]) rotate([0, 90, 0]) linear_extrude(length) children();
}

module spool_in_place(thick = 4) {
    for (x = [-winding / 2 - thick, winding / 2])
        along_the_axle(x, thick) difference() {
            circle(d = rim, $fn = 128);
            circle(d = 55, $fn = 64);
            for (turn = [0:60:300]) rotate(turn) translate([rim * 0.37, 0]) circle(d = 26, $fn = 48);
        }
    along_the_axle(-winding / 2, winding) difference() {
        circle(d = hub, $fn = 96);
        circle(d = 55, $fn = 64);
    }
}

module filament_in_place() {
    along_the_axle(-winding / 2 + 0.05, winding - 0.1) difference() {
        circle(r = rim / 2 - depth(600), $fn = 128);
        circle(d = hub + 0.1, $fn = 96);
    }
}
