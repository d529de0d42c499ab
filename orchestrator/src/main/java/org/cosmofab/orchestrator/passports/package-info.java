/**
 * The public page of one made object.
 */
@NullMarked
package org.cosmofab.orchestrator.passports;

import org.jspecify.annotations.NullMarked;
