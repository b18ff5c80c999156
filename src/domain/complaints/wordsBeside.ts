import type { Complaint } from '../notebook/complaint';
import { isFromSurvey } from './warnings';

/**
 * What a client wrote in the same answer as a low rating that has no words of its own: it stands with another rating of that client
 * and day. Empty where nothing was written, or where nobody knows whose answer it was.
 */
export function wordsBeside(complaint: Complaint, complaints: readonly Complaint[]): string {
  if (!isFromSurvey(complaint) || complaint.client === null || complaint.text.trim() !== '') return '';
  const other = complaints.find(
    (one) =>
      isFromSurvey(one) &&
      one.client === complaint.client &&
      one.day === complaint.day &&
      one.text.trim() !== '',
  );
  return other?.text ?? '';
}
