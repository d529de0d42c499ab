/**
 * Wires over TCP, for machines behind a serial server or with a network port of their own.
 */
@NullMarked
package org.cosmofab.bridge.tcp;

import org.jspecify.annotations.NullMarked;
