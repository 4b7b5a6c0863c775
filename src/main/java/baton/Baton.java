// SPDX-License-Identifier: Apache-2.0
package baton;

/** The one door of the program. */
public final class Baton {
    private Baton() {}

    public static void main(String[] args) {
        System.out.println("baton");
    }
}
