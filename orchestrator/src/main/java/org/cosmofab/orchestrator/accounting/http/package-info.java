/**
 * The public face of the books: journal, balances, verification and export. The association's books are public and pseudonymous.
 */
@NullMarked
package org.cosmofab.orchestrator.accounting.http;

import org.jspecify.annotations.NullMarked;
