package org.tasuki.engine;

/** What the shipped process files say, for the tests of rooms that tell of them. */
public final class ShippedCatalog {

    private ShippedCatalog() {}

    public static ProcessCatalog read() {
        ProcessCatalog catalog = new ProcessCatalog();
        catalog.show(ShippedProcesses.all());
        return catalog;
    }
}
