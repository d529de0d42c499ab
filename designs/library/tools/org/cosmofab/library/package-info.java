/**
 * The measuring and drawing instruments with which {@code designs/library/make} keeps the library's designs true.
 *
 * <p>{@code make} compiles this package with the plain JDK and calls one class for one question: is a mesh closed and
 * how big is it, does a program stay inside its machine, what does a product look like. It is no part of the Maven
 * build, and nothing at run time uses it.
 */
package org.cosmofab.library;
