package com.nineminds.temporal.worker.tenant.email;

import java.util.regex.Pattern;

/** E-mail addresses, as strictly as the product takes them. */
public final class Addresses {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\\p{Cntrl}<>,;]+@[^\\s@\\p{Cntrl}<>,;]+\\.[^\\s@\\p{Cntrl}<>,;]+");

    private Addresses() {}

    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
