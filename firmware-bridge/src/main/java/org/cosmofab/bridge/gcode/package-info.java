/**
 * G-code: parse, analyse, estimate, make safe. Pure functions of text.
 */
@NullMarked
package org.cosmofab.bridge.gcode;

import org.jspecify.annotations.NullMarked;
