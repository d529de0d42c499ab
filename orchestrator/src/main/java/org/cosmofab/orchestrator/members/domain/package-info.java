/**
 * Rules of logins: their form, how secrets are kept, how often one may guess, which requests a browser may send.
 */
@NullMarked
package org.cosmofab.orchestrator.members.domain;

import org.jspecify.annotations.NullMarked;
