/**
 * From a part and a machine to a safe program, cached by content.
 */
@NullMarked
package org.cosmofab.orchestrator.preparation;

import org.jspecify.annotations.NullMarked;
