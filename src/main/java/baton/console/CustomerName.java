// SPDX-License-Identifier: Apache-2.0
package baton.console;

import baton.domain.Customer;
import baton.domain.Identity;

/** What a customer is called on the screen: a name with something to see in it, or else the strongest mark there is. */
public final class CustomerName {
    private CustomerName() {}

    /** Never blank: names of only spaces or invisible marks count as none. */
    public static String of(Customer customer) {
        return customer.name()
                .filter(CustomerName::isVisible)
                .or(() -> customer.username().filter(CustomerName::isVisible).map(name -> "@" + name))
                .or(() -> customer.identity(Identity.Kind.PHONE).map(phone -> "+" + phone.value()))
                .or(() -> customer.identities().stream().map(Identity::value).findFirst())
                .orElseGet(() -> "#" + customer.id());
    }

    private static boolean isVisible(String name) {
        return name.codePoints().anyMatch(CustomerName::isVisible);
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }
}
