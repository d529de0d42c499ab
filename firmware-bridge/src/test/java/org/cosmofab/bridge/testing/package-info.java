/**
 * What tests of this library and of its users share: benches with simulated machines on any kind of wire, programs to run
 * on them, and the question whether a neighbouring program is installed.
 */
@NullMarked
package org.cosmofab.bridge.testing;

import org.jspecify.annotations.NullMarked;
