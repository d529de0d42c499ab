/**
 * Who is who: parties, their standing, logins and roles.
 */
@NullMarked
package org.cosmofab.orchestrator.members;

import org.jspecify.annotations.NullMarked;
