/** Style sheets that change nothing for most readers: the system's own colours, and paper. Loaded late. */
import './forced.css';
import './print.css';
