/**
 * Wires over serial ports. The only package that knows the serial library.
 */
@NullMarked
package org.cosmofab.bridge.serial;

import org.jspecify.annotations.NullMarked;
