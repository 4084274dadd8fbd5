/// A witness as a program: it follows logs over HTTP and cosigns what only ever grows.
package org.aboveboard.verifier.witness;
