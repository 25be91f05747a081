package org.tasuki.people.factors;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an authenticator app has to be told once: as text, and as a picture. Never printed. */
public record SharedSecret(String account, String base32) {

    /** In groups of four, for whoever types it. */
    public String text() {
        return String.join(" ", base32.split("(?<=\\G.{4})"));
    }

    /** A QR code as the address of a picture. It is drawn here, so that no camera but the person's own sees it. */
    public String picture() {
        String svg = svg(matrix());
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.US_ASCII));
    }

    private BitMatrix matrix() {
        try {
            return new QRCodeWriter().encode(address(), BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException tooLong) {
            throw new IllegalStateException("a secret that no picture holds", tooLong);
        }
    }

    /** An account's name needs no escapes. */
    String address() {
        return "otpauth://totp/Tasuki:" + account + "?secret=" + base32 + "&issuer=Tasuki";
    }

    private static String svg(BitMatrix dark) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dark.getHeight(); y++) {
            for (int x = 0; x < dark.getWidth(); x++) {
                if (dark.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        int side = dark.getWidth();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side
                + "H0z\"/><path d=\""
                + path + "\"/></svg>";
    }

    @Override
    public String toString() {
        return "SharedSecret[" + account + "]";
    }
}
