// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** What a person decided about an uncertain message: it is never called a second time without one (SPEC.md C5). */
public enum Settlement {
    WENT_OUT,
    SEND_AGAIN,
    GIVE_UP
}
