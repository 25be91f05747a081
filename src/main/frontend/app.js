// Pages work without this: htmx only makes them smooth.
import 'htmx.org';
