// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Looks whether the other side has closed the connection, before a request is written to it. OkHttp trusts one that was idle for less
 * than 10 s; a request lost on it would look as if it might have gone out, and a person would have to decide. Looks too whether the
 * request may still go: the process may have been stopped for a while since it was asked for.
 */
final class LiveConnection implements Interceptor {
    private static final int LOOK_MILLIS = 1;
    private static final int END = -1;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (connection != null && isClosed(connection.socket())) {
            throw new ConnectException("the connection had been closed by the other side");
        }
        CallTrace trace = chain.request().tag(CallTrace.class);
        if (trace != null && !trace.mayGoOut()) {
            throw new ConnectException("another hub sends now");
        }
        return chain.proceed(chain.request());
    }

    /** Nothing may be readable before we ask: neither an end nor a byte. */
    private static boolean isClosed(Socket socket) throws IOException {
        int before = socket.getSoTimeout();
        try {
            socket.setSoTimeout(LOOK_MILLIS);
            return socket.getInputStream().read() >= END;
        } catch (SocketTimeoutException _) {
            return false;
        } finally {
            socket.setSoTimeout(before);
        }
    }
}
