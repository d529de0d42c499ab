/**
 * What is wrong with a design, said so that its owner can act.
 *
 * <p>Readers add findings to a {@link org.cosmofab.designs.finding.Findings} while they read and go on where they can. A
 * finding has a code, a place and details; its sentences come from a resource bundle, in English and French. An ERROR
 * blocks publishing, a WARN blocks nothing.
 *
 * <p>It repairs nothing: the owner does.
 */
@NullMarked
package org.cosmofab.designs.finding;

import org.jspecify.annotations.NullMarked;
