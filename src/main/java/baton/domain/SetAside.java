// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** Why something that was delivered is not shown; the other side of the reconciliation board (SPEC.md B2). */
public enum SetAside {
    UNREADABLE,
    UNKNOWN_NUMBER,
    NO_SENDER,
    HUB_FAILED
}
