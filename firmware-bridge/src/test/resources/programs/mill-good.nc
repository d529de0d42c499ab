; machine mill
; A pocket with an arc, as a CAM program writes it. (nothing here is refused)
N10 G21 G90 G94 G17 G54
N20 G0 X10 Y10 Z5
N30 M3 S12000
N40 G4 P2
G1 Z-1.5 F200
G1 X30 F800
G3 X40 Y20 I0 J10
g1 y30
G2 X30 Y40 R10 (by radius)
G0 Z5
M9
M5
G0 X0 Y0
M30
