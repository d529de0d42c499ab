/**
 * Passports over HTTP, for anybody: they name no requester.
 */
@NullMarked
package org.cosmofab.orchestrator.passports.http;

import org.jspecify.annotations.NullMarked;
