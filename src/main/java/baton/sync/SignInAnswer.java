// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import java.util.Optional;

/** What came of an attempt to sign in. */
public sealed interface SignInAnswer {

    /** It worked. */
    record Welcome(Pass pass) implements SignInAnswer {}

    /** Name or password is wrong, or it was tried too often. {@code sentence}: the hub's words. */
    record Refused(String sentence) implements SignInAnswer {}

    /** The hub could not be asked. */
    record NotReachable(LinkState.Trouble trouble, String detail) implements SignInAnswer {}

    /** What is at this address cannot be used. {@code certificate}: the SHA-256 of what it shows, to be compared and pinned. */
    record Unusable(LinkState.Unusable why, String detail, Optional<String> certificate) implements SignInAnswer {}
}
