/**
 * Orders over HTTP: a requester sees and cancels what it ordered, staff sees everything.
 */
@NullMarked
package org.cosmofab.orchestrator.orders.http;

import org.jspecify.annotations.NullMarked;
