/**
 * Tables of parties and logins.
 */
@NullMarked
package org.cosmofab.orchestrator.members.store;

import org.jspecify.annotations.NullMarked;
