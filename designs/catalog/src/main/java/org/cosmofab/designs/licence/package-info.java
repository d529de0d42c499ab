/**
 * Licences as data: SPDX expressions and what they allow a workshop to do.
 *
 * <p>A declared text is parsed as an SPDX licence expression; its identifiers are looked up in a list of our own; the
 * expression gets one class, which the settlement rules read. A text that is no expression gets a suggestion where one
 * is near.
 *
 * <p>It gives no legal advice and decides nothing about fees.
 */
@NullMarked
package org.cosmofab.designs.licence;

import org.jspecify.annotations.NullMarked;
