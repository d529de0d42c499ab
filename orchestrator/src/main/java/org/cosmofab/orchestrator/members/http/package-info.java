/**
 * Logging in over HTTP, and the API of parties and logins. Sessions are for browsers, tokens for programs, and HTTP Basic
 * for agents at their own paths only.
 */
@NullMarked
package org.cosmofab.orchestrator.members.http;

import org.jspecify.annotations.NullMarked;
