// SPDX-License-Identifier: Apache-2.0
/** Signing in, tried with a door that answers what the test wants, and drawn. */
@NullMarked
package baton.console.signin;

import org.jspecify.annotations.NullMarked;
