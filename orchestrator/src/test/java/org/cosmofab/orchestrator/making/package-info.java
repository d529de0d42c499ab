/**
 * What the tests of orders, scheduling, fabrication, quoting and passports share: builders, and stand-ins for other rooms.
 */
@NullMarked
package org.cosmofab.orchestrator.making;

import org.jspecify.annotations.NullMarked;
