// The geometry that every sheet corner shares: an L-shaped channel that takes two sheets meeting at a right angle.
// SPDX-License-Identifier: CERN-OHL-S-2.0
//
// The outer edge of the corner stands on the origin, the arms point along +X and +Y, the channel opens upwards.
// All lengths are in millimetres.

// A hair, so that cuts go cleanly through faces.
nothing = 0.01;

// An L with its outer corner at (from, from), reaching to `to` along both axes, `width` wide.
module ell(from, to, width, radius = 0) {
    difference() {
        union() {
            translate([from, from]) square([to - from, width]);
            translate([from, from]) square([width, to - from]);
        }
        if (radius > 0)
            translate([from, from]) difference() {
                translate([-nothing, -nothing]) square(radius);
                translate([radius, radius]) circle(r = radius, $fn = 16);
            }
    }
}

// The channel with its closed end: `arm` long, `grip` deep over a cap of `cap`; with a shelf, the cap also fills
// the inside of the L, for a floor to lie on.
module corner_channel(sheet, fit, arm, grip, wall, cap, shelf = false) {
    slot = sheet + fit;
    height = cap + grip;
    difference() {
        linear_extrude(height) ell(0, arm, 2 * wall + slot, wall);
        translate([0, 0, cap]) linear_extrude(grip + nothing) ell(wall, arm + nothing, slot);
        lead_in(wall, slot, arm, height);
    }
    if (shelf) linear_extrude(cap) polygon([[wall, wall], [arm, wall], [wall, arm]]);
    for (swapped = [false, true]) rib(swapped, wall + slot, arm, cap, height, fit);
}

// Opens the mouth of the slot by 0.6 mm on both sides, at 45 degrees, so that a sheet finds its way in.
module lead_in(wall, slot, arm, height, size = 0.6) {
    steps = 3;
    for (step = [1:steps])
        translate([0, 0, height - size + (step - 1) * size / steps])
            linear_extrude(size)
                ell(wall - step * size / steps, arm + nothing, slot + 2 * step * size / steps);
}

// A ridge on the inner wall that the sheet crushes: it takes up the difference between sheets sold as equal.
module rib(swapped, inner, arm, cap, height, fit) {
    middle = (inner + arm) / 2;
    reach = fit + 0.1;
    mirror(swapped ? [1, -1, 0] : [0, 0, 0])
        translate([middle, inner, cap - nothing])
            linear_extrude(height - cap - 2, scale = [1, 0.3])
                polygon([[-1.4, 0.2], [0, -reach], [1.4, 0.2]]);
}
