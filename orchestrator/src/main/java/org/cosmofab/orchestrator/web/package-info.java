/**
 * Pages for people: the floor, orders, designs, books; in English and French.
 */
@NullMarked
package org.cosmofab.orchestrator.web;

import org.jspecify.annotations.NullMarked;
