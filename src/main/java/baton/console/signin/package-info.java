// SPDX-License-Identifier: Apache-2.0
/**
 * Signing in: where the hub is, who one is, and the password (SPEC.md T1).
 *
 * <p>May import what {@code console} may. Start reading at {@link baton.console.signin.SignInModel}.
 */
@NullMarked
package baton.console.signin;

import org.jspecify.annotations.NullMarked;
