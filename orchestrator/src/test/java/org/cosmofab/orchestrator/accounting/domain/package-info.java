/** Holds canonical content, seals and floors to their word, without a container. */
@NullMarked
package org.cosmofab.orchestrator.accounting.domain;

import org.jspecify.annotations.NullMarked;
