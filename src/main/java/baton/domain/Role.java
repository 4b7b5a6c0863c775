// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** What a person of the team may do (SPEC.md T1); the hub enforces it, consoles only show it. */
public enum Role {
    ADMIN,
    EDITOR,
    AGENT,
    ANALYST
}
