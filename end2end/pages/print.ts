import { type Paper, paper } from "../pdf";
import { Screen } from "./screen";

/** The sheets for the fridge and the wallet. */
export class Print extends Screen {
  /** What comes out of the printer: text and QR codes of each page. */
  async paper(name: string): Promise<Paper> {
    return paper(this.page, name);
  }
}
