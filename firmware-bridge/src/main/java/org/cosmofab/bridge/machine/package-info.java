/**
 * The port between a program and a machine: what any dialect promises, whatever firmware it speaks to.
 */
@NullMarked
package org.cosmofab.bridge.machine;

import org.jspecify.annotations.NullMarked;
